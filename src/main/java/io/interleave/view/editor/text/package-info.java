/// The scenario as text that can be edited: highlighting, completion, folding, problems with their fixes. What the
/// text is and how it was changed is told to whoever listens; keeping a history and reading the scenario is theirs.
/// [CodePane] is the only class that knows the code area of JavaFX, which is still incubating.
package io.interleave.view.editor.text;
