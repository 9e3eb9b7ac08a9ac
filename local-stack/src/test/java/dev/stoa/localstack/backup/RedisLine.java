package dev.stoa.localstack.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One connection to Redis, one command after the other. Words have no spaces and no quotes. */
final class RedisLine implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader answers;

    RedisLine(int port, String password) throws IOException {
        socket = new Socket("127.0.0.1", port);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        ask("AUTH " + password);
    }

    /** The texts and numbers of the answer, in their order, however they are nested. */
    List<String> ask(String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
        var texts = new ArrayList<String>();
        read(texts);
        return texts;
    }

    private void read(List<String> texts) throws IOException {
        var line = answers.readLine();
        if (line == null) throw new IOException("Redis is gone");
        switch (line.charAt(0)) {
            case '*' -> {
                for (int left = Integer.parseInt(line.substring(1)); left > 0; left--) read(texts);
            }
            case '$' -> texts.add(answers.readLine());
            case '-' -> throw new IOException(line);
            default -> texts.add(line.substring(1));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
