package io.interleave.export;

import java.io.IOException;

/// Whoever asked for the export wants it no more.
final class Cancelled extends IOException {

    private static final long serialVersionUID = 1L;
}
