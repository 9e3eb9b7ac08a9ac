package dev.stoa.localstack.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    private Path folder;

    private DataDirectory data;

    @BeforeEach
    void open() {
        data = DataDirectory.open(folder, "http://localhost:1");
    }

    @AfterEach
    void close() {
        data.close();
    }

    @Test
    void secretsAreMadeOnceAndOnlyForTheirOwner() throws Exception {
        var first = data.secrets();

        assertThat(data.secrets()).isEqualTo(first);
        assertThat(first.toString()).doesNotContain(first.sessionKey());
        assertThat(permissions(data.secretsFile())).isEqualTo("rw-------");
        assertThat(permissions(data.passKeys())).isEqualTo("rw-------");
        assertThat(permissions(data.passKeys().getParent())).isEqualTo("rwx------");
    }

    @Test
    void thePassKeyIsAPrivateP256Key() throws Exception {
        var key = new ObjectMapper().readTree(data.passKeys().toFile()).at("/keys/0");

        assertThat(key.get("kty").asText()).isEqualTo("EC");
        assertThat(key.get("crv").asText()).isEqualTo("P-256");
        assertThat(key.get("kid").asText()).isNotEmpty();
        for (var name : new String[] {"x", "y", "d"}) {
            assertThat(Base64.getUrlDecoder().decode(key.get(name).asText()))
                    .as(name)
                    .hasSize(32);
        }
    }

    @Test
    void forgettingTakesItsOwnStateAndLeavesWhateverElseIsThere() throws Exception {
        var before = data.secrets();
        Files.writeString(folder.resolve("thesis.txt"), "mine");

        data.forget();

        assertThat(folder.resolve("thesis.txt")).hasContent("mine");
        assertThat(data.secrets()).isNotEqualTo(before);
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
