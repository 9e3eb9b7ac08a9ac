package dev.stoa.localstack.store;

import dev.stoa.localstack.process.StackException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL refuses to run as root. In a user namespace of its own root is an ordinary user, without another account. */
final class OrdinaryUser {
    private static final List<String> NAMESPACE = List.of("unshare", "--user");

    private OrdinaryUser() {}

    /** The start of a command line that runs the program as somebody who is not root. */
    static List<String> command(Path program) {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            if (!canLeaveRoot()) {
                throw new StackException(
                        "PostgreSQL does not run as root, and this system does not let root make a user namespace (the command unshare --user fails). Run ./stoa as an ordinary user.");
            }
            command.addAll(NAMESPACE);
        }
        command.add(program.toString());
        return command;
    }

    private static boolean canLeaveRoot() {
        try {
            var trial = new ArrayList<>(NAMESPACE);
            trial.add("true");
            return new ProcessBuilder(trial).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
