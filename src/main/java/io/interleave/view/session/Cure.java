package io.interleave.view.session;

/// What does away with something that a run has found, in one click.
public sealed interface Cure permits SwitchCure, OrderCure {}
