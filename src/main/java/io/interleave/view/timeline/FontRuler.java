package io.interleave.view.timeline;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/// Measures text in the fonts of the screen, and remembers.
final class FontRuler implements TextRuler {

    private static final int REMEMBERED = 4096;

    private final Map<Face, Font> fonts = new EnumMap<>(Face.class);
    private final Map<Face, Map<String, Double>> widths = new EnumMap<>(Face.class);
    private final Text measure = new Text();

    FontRuler(double em) {
        for (Face face : Face.values()) {
            FontWeight weight = face.bold() ? FontWeight.BOLD : FontWeight.NORMAL;
            fonts.put(face, Font.font(Font.getDefault().getFamily(), weight, em * face.ems()));
            widths.put(face, new HashMap<>());
        }
    }

    Font font(Face face) {
        return requireNonNull(fonts.get(face));
    }

    @Override
    public double width(String text, Face face) {
        Map<String, Double> known = requireNonNull(widths.get(face));
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(text, words -> {
            measure.setFont(font(face));
            measure.setText(words);
            return measure.getLayoutBounds().getWidth();
        });
    }
}
