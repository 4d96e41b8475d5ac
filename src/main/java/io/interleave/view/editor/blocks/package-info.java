/// The scenario as blocks: cards for knobs, resources and units, the programs of the units as nested blocks,
/// and a palette of all that can be added. {@link BlocksModel} knows no controls; `Rows`, `Faces`, `Aim` and
/// `Choices` are pure functions of an outline. Knows the draft, and none of the other views of it.
package io.interleave.view.editor.blocks;
