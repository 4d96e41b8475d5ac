/// What every part of the window needs of JavaFX: loading a view, posting to the window's thread, asking once a
/// frame, the theme, and the words. Knows nothing of scenarios or runs.
package io.interleave.view.fx;
