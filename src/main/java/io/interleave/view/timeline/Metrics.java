package io.interleave.view.timeline;

/// The sizes of the picture in pixels, all from the size of the type.
///
/// @param em the font setting's size
record Metrics(double em) {

    int px(double ems) {
        return (int) Math.round(em * ems);
    }

    int badge() {
        return px(2.2);
    }

    int axis() {
        return px(1.7);
    }

    int names() {
        return px(11);
    }

    int legend() {
        return px(2.2);
    }

    int minimap() {
        return px(2.6);
    }

    int margin() {
        return px(0.9);
    }
}
