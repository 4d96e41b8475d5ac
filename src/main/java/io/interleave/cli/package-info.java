/// The command line: one class for each command. Standard output carries a command's result alone; progress and
/// problems go to standard error.
///
/// Sees the engine through `run` only, and no screen: what draws is handed in.
package io.interleave.cli;
