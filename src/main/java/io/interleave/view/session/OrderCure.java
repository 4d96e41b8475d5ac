package io.interleave.view.session;

import io.interleave.lint.Fix;

/// An edit of the scenario after which the locks of a deadlock are taken in one order: the one that the hint at their
/// block offers too.
///
/// @param fix of the text of the open document
public record OrderCure(Fix fix) implements Cure {}
