package io.interleave.model;

import java.util.Optional;

/// What a step acts on, by its name.
///
/// @param at which element, a `WHOLE` from 1, of a resource or a group of units of which there are several;
///     absent where there is one
public record Target(Place place, String name, Optional<Expr> at) {}
