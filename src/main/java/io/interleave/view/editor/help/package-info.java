/// The language beside the scenario: every word with what it means, how it is written, what it becomes in Java and
/// Python, and a scenario in which it can be seen at work.
package io.interleave.view.editor.help;
