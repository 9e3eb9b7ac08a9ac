package dev.stoa.localstack.system;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A certificate that nobody has signed, as files that the TURN server reads. */
final class TurnCertificate {
    private static final String PASSWORD = "unimportant";

    private TurnCertificate() {}

    /**
     * @param address of the server
     * @return the folder, with {@code turn.crt} and {@code turn.key} in it
     */
    static Path write(Path folder, String address) throws Exception {
        Files.createDirectories(folder);
        var store = folder.resolve("turn.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = List.of(
                keytool,
                "-genkeypair",
                "-alias",
                "turn",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2",
                "-dname",
                "CN=" + address,
                "-ext",
                "san=ip:" + address,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString());
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (process.waitFor() != 0) throw new IllegalStateException(Files.readString(folder.resolve("keytool.log")));
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        write(
                folder.resolve("turn.crt"),
                "CERTIFICATE",
                keys.getCertificate("turn").getEncoded());
        write(
                folder.resolve("turn.key"),
                "PRIVATE KEY",
                keys.getKey("turn", PASSWORD.toCharArray()).getEncoded());
        return folder;
    }

    private static void write(Path file, String what, byte[] content) throws Exception {
        var encoded = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        var text = "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(what, encoded);
        Files.write(file, text.getBytes(StandardCharsets.US_ASCII));
    }
}
