package io.interleave.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.CommentToken;

/// What the comments of a scenario's text say, by where they stand.
public final class Remarks {

    /// Of no text.
    public static final Remarks NONE = new Remarks(Map.of(), Map.of());

    /// By the lines that are nothing but a comment.
    private final Map<Integer, String> alone;

    private final Map<Integer, String> beside;

    private Remarks(Map<Integer, String> alone, Map<Integer, String> beside) {
        this.alone = alone;
        this.beside = beside;
    }

    /// Of a text that is in order; of another one perhaps not all.
    public static Remarks of(String text) {
        var alone = new HashMap<Integer, String>();
        var beside = new HashMap<Integer, String>();
        var settings = LoadSettings.builder()
                .setParseComments(true)
                .setUseMarks(true)
                .setBufferSize(text.length() + 1)
                .setCodePointLimit(Limits.FILE_BYTES)
                .build();
        try {
            var tokens = new ScannerImpl(settings, new StreamReader(settings, text));
            while (tokens.hasNext()) {
                if (tokens.next() instanceof CommentToken it && it.getCommentType() != CommentType.BLANK_LINE) {
                    int line = it.getStartMark().orElseThrow().getLine() + 1;
                    (it.getCommentType() == CommentType.BLOCK ? alone : beside)
                            .put(line, it.getValue().strip());
                }
            }
        } catch (YamlEngineException _) {
            // The reader says what is wrong there.
        }
        return new Remarks(alone, beside);
    }

    /// Those on the lines above, as one paragraph, and then the one behind the line.
    public List<String> of(int line) {
        int first = line;
        while (alone.containsKey(first - 1)) {
            first--;
        }
        var all = new ArrayList<String>();
        if (first < line) {
            all.add(IntStream.range(first, line).mapToObj(alone::get).collect(Collectors.joining(" ")));
        }
        if (beside.containsKey(line)) {
            all.add(beside.get(line));
        }
        return List.copyOf(all);
    }
}
