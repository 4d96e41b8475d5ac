package io.interleave.model;

import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/// Writes YAML: quoting, indentation and folding are the library's.
final class YamlWriter {

    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setIndent(2)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setWidth(120)
            .setDumpComments(true)
            .build();

    private static final class Text implements StreamDataWriter {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(String str) {
            text.append(str);
        }

        @Override
        public void write(String str, int off, int len) {
            text.append(str, off, off + len);
        }
    }

    private final Text out = new Text();
    private final Emitter emitter = new Emitter(SETTINGS, out);

    private YamlWriter() {}

    /// A document that `content` writes.
    interface Content {
        void writeTo(YamlWriter yaml);
    }

    static String document(Content content) {
        var writer = new YamlWriter();
        writer.emitter.emit(new StreamStartEvent());
        writer.emitter.emit(new DocumentStartEvent(false, Optional.empty(), Map.of()));
        content.writeTo(writer);
        writer.emitter.emit(new DocumentEndEvent(false));
        writer.emitter.emit(new StreamEndEvent());
        return writer.out.text.toString();
    }

    void block(Runnable entries) {
        mapping(FlowStyle.BLOCK, entries);
    }

    /// A mapping on one line, in braces.
    void line(Runnable entries) {
        mapping(FlowStyle.FLOW, entries);
    }

    private void mapping(FlowStyle style, Runnable entries) {
        emitter.emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, style));
        entries.run();
        emitter.emit(new MappingEndEvent());
    }

    void blockList(Runnable items) {
        list(FlowStyle.BLOCK, items);
    }

    /// A list on one line, in brackets.
    void lineList(Runnable items) {
        list(FlowStyle.FLOW, items);
    }

    private void list(FlowStyle style, Runnable items) {
        emitter.emit(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, style));
        items.run();
        emitter.emit(new SequenceEndEvent());
    }

    void entry(String key, String value) {
        scalar(key);
        scalar(value);
    }

    void scalar(String value) {
        scalar(value, ScalarStyle.PLAIN);
    }

    /// No value at all, behind a key.
    void nothing() {
        emitter.emit(new ScalarEvent(
                Optional.empty(), Optional.empty(), new ImplicitTuple(true, false), "", ScalarStyle.PLAIN));
    }

    /// A text in quotes, even where it could do without.
    void quoted(String value) {
        scalar(value, ScalarStyle.SINGLE_QUOTED);
    }

    /// A longer text, folded over several lines.
    void paragraph(String value) {
        scalar(value, value.contains("\n") ? ScalarStyle.LITERAL : ScalarStyle.FOLDED);
    }

    /// The emitter takes another style where this one cannot express the value.
    private void scalar(String value, ScalarStyle style) {
        emitter.emit(new ScalarEvent(Optional.empty(), Optional.empty(), new ImplicitTuple(true, true), value, style));
    }

    void blankLine() {
        emitter.emit(new CommentEvent(CommentType.BLANK_LINE, "", Optional.empty(), Optional.empty()));
    }
}
