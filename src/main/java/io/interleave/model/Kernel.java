package io.interleave.model;

import java.util.Locale;

/// A named piece of real work for a core, whose size a scenario gives and whose result depends on nothing else.
public enum Kernel {
    /// Takes the number `size` apart by trial division; gives how many prime factors it has, repeated ones
    /// counted.
    FACTORIZE,
    /// Gives how many primes there are up to `size`, by trial division.
    PRIMES,
    /// Hashes `size` bytes with SHA-256; gives the first 63 bits of the digest.
    SHA256,
    /// Gives how many points of a grid of `size` by `size` do not escape within 256 rounds.
    MANDELBROT,
    /// Multiplies two matrices of `size` by `size`; gives the trace of the product, rounded.
    MATRIX,
    /// Sorts `size` made-up numbers; gives the one in the middle.
    SORT;

    /// The word that names it in a scenario.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
