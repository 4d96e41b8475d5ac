package io.interleave.view.editor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/// The tokens of lines, read when they are asked for. Of each line from the first on it keeps what the lines before
/// say, as far as anybody has looked; an edit costs only the lines from there to the last one in sight.
final class TokenLines {

    private final IntFunction<String> lines;
    private final List<LineState> states = new ArrayList<>(List.of(LineState.BEGINNING));
    private Set<String> declared = Set.of();

    /// @param lines the text of each line, from 0
    TokenLines(IntFunction<String> lines) {
        this.lines = lines;
    }

    void declare(Set<String> names) {
        declared = names;
    }

    /// To be told of every change within a line: what comes after it is read again if this one says something else
    /// about it now.
    void changedWithin(int line) {
        if (line + 1 < states.size()
                && !Tokenizer.read(lines.apply(line), states.get(line), declared)
                        .next()
                        .equals(states.get(line + 1))) {
            changedFrom(line);
        }
    }

    /// To be told of every other change: nothing is known any more of what comes after this line.
    void changedFrom(int line) {
        if (line + 1 < states.size()) {
            states.subList(line + 1, states.size()).clear();
        }
    }

    List<Token> of(int line) {
        while (states.size() <= line) {
            int last = states.size() - 1;
            states.add(Tokenizer.read(lines.apply(last), states.get(last), declared)
                    .next());
        }
        return Tokenizer.read(lines.apply(line), states.get(line), declared).tokens();
    }
}
