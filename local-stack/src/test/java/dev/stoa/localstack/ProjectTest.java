package dev.stoa.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoa.localstack.process.StackException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {
    @TempDir
    private Path root;

    @Test
    void keycloakIsTheOneOfThisBuildWhateverElseIsUnpackedBesideIt() throws Exception {
        Files.createDirectories(target("keycloak-0.0.1"));
        Files.createDirectories(target("keycloak-99.0.0"));
        var wanted = Files.createDirectories(target(builds().getFileName().toString()));

        assertThat(new Project(root).keycloak()).isEqualTo(wanted);
    }

    @Test
    void anotherKeycloakThanTheBuildsIsNoneAtAll() throws Exception {
        Files.createDirectories(target("keycloak-0.0.1"));

        assertThatThrownBy(() -> new Project(root).keycloak())
                .isInstanceOf(StackException.class)
                .hasMessageContaining("Keycloak is not unpacked");
    }

    /** What this build has unpacked. */
    private static Path builds() {
        return Project.find().keycloak();
    }

    private Path target(String name) {
        return root.resolve("local-stack/target").resolve(name);
    }
}
