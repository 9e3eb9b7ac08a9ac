package dev.stoa.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Renders manifests with the kubectl of this machine. */
final class Kustomize {

    /** The first whose kustomize knows what the manifests use. */
    private static final int OLDEST_MINOR = 27;

    private static final Pattern VERSION = Pattern.compile("Client Version:.*?v1\\.(\\d+)");

    private Kustomize() {}

    static boolean isHere() {
        try {
            var found = VERSION.matcher(run(List.of("kubectl", "version", "--client")));
            return found.find() && Integer.parseInt(found.group(1)) >= OLDEST_MINOR;
        } catch (UncheckedIOException none) {
            return false;
        }
    }

    /** The manifests of a folder with a kustomization.yaml. */
    static String render(Path folder) {
        return run(List.of("kubectl", "kustomize", folder.toString()));
    }

    /** The base of the manifests with these components. */
    static String render(Path root, List<String> components) {
        try {
            var folder = Files.createTempDirectory(Files.createDirectories(root.resolve("k8s/target")), "overlay");
            var text = new StringBuilder("resources:\n  - ../../base\ncomponents:\n");
            components.forEach(
                    each -> text.append("  - ../../components/").append(each).append('\n'));
            if (components.isEmpty()) text.append("  []\n");
            Files.writeString(folder.resolve("kustomization.yaml"), text);
            return render(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) throw new IllegalStateException(String.join(" ", command) + " failed");
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
