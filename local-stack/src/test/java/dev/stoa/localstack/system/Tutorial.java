package dev.stoa.localstack.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The commands of a Markdown file, and what it says that they answer. */
final class Tutorial {

    /** A command ({@code sh}) with the answer ({@code text} or {@code json}) that follows it, if there is one. */
    record Step(String command, @Nullable Block answer) {}

    /** A fenced block, and where its content stands in the file. */
    record Block(String kind, String content, int from, int to) {}

    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    /** What differs each time, and what it is shown as. */
    private static final List<List<String>> CHANGING = List.of(
            List.of("(tkt|mch|ofr)_[0-9A-Za-z]{22}", "$1_…"),
            List.of("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "2026-03-01T10:15:30.123Z"),
            List.of("join#[\\w.-]+", "join#…"));

    private final Path file;
    private final String text;

    Tutorial(Path file) throws IOException {
        this.file = file;
        this.text = Files.readString(file);
    }

    List<Step> steps() {
        var blocks = new ArrayList<Block>();
        var found = FENCE.matcher(text);
        while (found.find()) blocks.add(new Block(found.group(1), found.group(2), found.start(2), found.end(2)));
        var steps = new ArrayList<Step>();
        for (int i = 0; i < blocks.size(); i++) {
            if (!blocks.get(i).kind().equals("sh")) continue;
            var next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
            var isAnswer =
                    next != null && (next.kind().equals("text") || next.kind().equals("json"));
            steps.add(new Step(blocks.get(i).content(), isAnswer ? next : null));
        }
        return steps;
    }

    /** An answer as the tutorial shows it: JSON indented, and without what differs each time. */
    static String shown(String kind, String answer) throws JsonProcessingException {
        var plain = answer.strip();
        if (kind.equals("json")) {
            plain = JSON.writeValueAsString(JSON.treeToValue(JSON.readTree(plain), Object.class));
        }
        for (var each : CHANGING) plain = plain.replaceAll(each.get(0), each.get(1));
        return plain + "\n";
    }

    /** Writes the file anew with these answers in place of those that it has. */
    void rewrite(List<Step> steps, List<String> answers) throws IOException {
        var fresh = new StringBuilder();
        int copied = 0;
        for (int i = 0; i < steps.size(); i++) {
            var block = steps.get(i).answer();
            if (block == null) continue;
            fresh.append(text, copied, block.from()).append(answers.get(i));
            copied = block.to();
        }
        Files.writeString(file, fresh.append(text.substring(copied)));
    }
}
