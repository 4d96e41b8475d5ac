package io.interleave.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Turns text into a {@link YamlNode}. Works from the parser's events, one at a time, so that nesting and size
/// are limited before anything is built, and refuses what a scenario has no use for: anchors, aliases, tags, a
/// second document, a key that is given twice.
public final class YamlTree {

    /// Ends the reading of a text in which nothing further can be made out. The problem has been noted.
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super(null, null, false, false);
        }
    }

    private final String text;
    private final StreamReader reader;
    private final ParserImpl parser;
    private final Problems problems;
    private final Offsets offsets;
    private int nodes;

    private YamlTree(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
        this.offsets = new Offsets(text);
        var settings = settings(text);
        this.reader = new StreamReader(settings, text);
        this.parser = new ParserImpl(settings, reader);
    }

    /// The text's one document, or nothing if it is not in order: then {@link ScenarioReader#read(String)} says
    /// why.
    public static Optional<YamlNode> parse(String text) {
        var problems = new Problems();
        return parse(text, problems).filter(_ -> !problems.hasErrors());
    }

    /// The text's one document, or nothing if it cannot be made out; then `problems` says why.
    static Optional<YamlNode> parse(String text, Problems problems) {
        if (!isWhole(text, problems)) {
            return Optional.empty();
        }
        var tree = new YamlTree(text, problems);
        try {
            return tree.document();
        } catch (Unreadable _) {
            return Optional.empty();
        } catch (MarkedYamlEngineException e) {
            YamlErrors.report(e, problems);
            return Optional.empty();
        } catch (ReaderException e) {
            var place = new Offsets(text).place(e.getPosition());
            problems.error(place, "character U+%04X is not allowed in a text file".formatted(e.getCodePoint()));
            return Optional.empty();
        } catch (YamlEngineException _) {
            // The scanner of version 3.0.1 throws one without a place where a text that is quoted over several lines is
            // followed by another one.
            problems.error(
                    tree.here(),
                    "this does not fit what is before it",
                    "'key: value' or '- item' on a line of its own");
            return Optional.empty();
        }
    }

    /// How far the scanner has come.
    private Place here() {
        var mark = mark(reader.getMark());
        return new Place(mark.getLine() + 1, mark.getColumn() + 1, mark.getLine() + 1, mark.getColumn() + 2);
    }

    /// The buffer holds the whole text: version 3.0.1 of the library throws where a pair of surrogates lies
    /// across the end of one.
    private static LoadSettings settings(String text) {
        return LoadSettings.builder()
                .setUseMarks(true)
                .setParseComments(false)
                .setBufferSize(text.length() + 1)
                .setCodePointLimit(Limits.FILE_BYTES)
                .build();
    }

    private static boolean isWhole(String text, Problems problems) {
        int index = 0;
        for (int i = 0; i < text.length(); index++) {
            int c = text.codePointAt(i);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                problems.error(new Offsets(text).place(index), "half a character, U+%04X, stands alone".formatted(c));
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    private Optional<YamlNode> document() {
        parser.next();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            return Optional.empty();
        }
        parser.next();
        var root = node(parser.next(), 1);
        parser.next();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            throw unreadable(
                    place(parser.peekEvent()).start(), "a second document begins here", "one scenario in a file");
        }
        return Optional.of(root);
    }

    private YamlNode node(Event event, int depth) {
        if (depth > Limits.NESTING) {
            throw unreadable(place(event).start(), "nested too deeply", "at most %d levels".formatted(Limits.NESTING));
        }
        if (++nodes > Limits.NODES) {
            throw unreadable(place(event).start(), "too many values", "at most %d".formatted(Limits.NODES));
        }
        refuseReferences(event);
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case MappingStartEvent mapping -> mapping(mapping, depth);
            case CollectionStartEvent sequence -> sequence(sequence, depth);
            default -> throw new IllegalStateException("no node begins with " + event);
        };
    }

    private void refuseReferences(Event event) {
        if (event instanceof AliasEvent alias) {
            throw unreadable(
                    place(event),
                    "'*%s' repeats another part of the file"
                            .formatted(Names.shown(alias.getAlias().toString())),
                    "the part itself, or quotes around a text that begins with '*'");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw unreadable(
                    place(event).start(),
                    "'&%s' names a part of the file"
                            .formatted(Names.shown(node.getAnchor().get().toString())),
                    "no anchors, or quotes around a text that begins with '&'");
        }
        var tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> Optional.<String>empty();
        };
        tag.ifPresent(it -> {
            throw unreadable(
                    place(event).start(),
                    "'!' gives a value a type of its own",
                    "no tags, or quotes around a text that begins with '!'");
        });
    }

    private YamlNode.Scalar scalar(ScalarEvent event) {
        int start = offsets.of(mark(event.getStartMark()));
        int end = offsets.of(mark(event.getEndMark()));
        boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
        return new YamlNode.Scalar(place(event), event.getValue(), plain, text.substring(start, end), start);
    }

    private YamlNode.Sequence sequence(CollectionStartEvent event, int depth) {
        var items = new ArrayList<YamlNode>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(parser.next(), depth + 1));
        }
        var end = parser.next();
        boolean flow = event.isFlow();
        return new YamlNode.Sequence(
                extent(event, end, flow, items),
                offsets.of(mark(event.getStartMark())),
                end(end, flow, items),
                flow,
                List.copyOf(items));
    }

    private YamlNode.Mapping mapping(MappingStartEvent event, int depth) {
        int start = offsets.of(mark(event.getStartMark()));
        boolean braces = event.isFlow() && text.charAt(start) == '{';
        var entries = new ArrayList<YamlNode.Entry>();
        var keys = new HashSet<String>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            var key = node(parser.next(), depth + 1);
            var value = node(parser.next(), depth + 1);
            if (!(key instanceof YamlNode.Scalar word)) {
                problems.error(key.place(), "%s stands where a key should".formatted(key.words()), "a word");
            } else if (!keys.add(word.text())) {
                problems.error(word.place(), "'%s' is given twice".formatted(word.shown()), "each key once");
            } else {
                entries.add(new YamlNode.Entry(word, value));
            }
        }
        var end = parser.next();
        var last = entries.isEmpty()
                ? List.<YamlNode>of()
                : List.of(entries.getLast().value());
        return new YamlNode.Mapping(
                extent(event, end, braces, last), start, end(end, braces, last), event.isFlow(), List.copyOf(entries));
    }

    /// From the first character to the last. Of what is shown by indentation, and of a single `key: value` in a
    /// list, the parser's own end is the start of whatever comes next, or lies behind it.
    private static Place extent(
            CollectionStartEvent start, Event end, boolean closed, List<? extends YamlNode> children) {
        return closed || children.isEmpty()
                ? place(start).to(place(end))
                : place(start).to(children.getLast().place());
    }

    private int end(Event end, boolean closed, List<? extends YamlNode> children) {
        return closed || children.isEmpty()
                ? offsets.of(mark(end.getEndMark()))
                : children.getLast().end();
    }

    private Unreadable unreadable(Place place, String message, String expected) {
        problems.error(place, message, expected);
        return new Unreadable();
    }

    private static Place place(Event event) {
        var start = mark(event.getStartMark());
        var end = mark(event.getEndMark());
        return new Place(start.getLine() + 1, start.getColumn() + 1, end.getLine() + 1, end.getColumn() + 1);
    }

    private static Mark mark(Optional<Mark> mark) {
        return mark.orElseThrow(() -> new IllegalStateException("marks are switched on"));
    }
}
