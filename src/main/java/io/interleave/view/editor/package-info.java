/// The scenario editor: one draft of the open scenario, and the views that show and edit it. Each view is in a package
/// of its own and knows the draft alone, never another view.
package io.interleave.view.editor;
