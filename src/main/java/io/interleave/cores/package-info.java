/// Who runs on which core: the kernel's context switches where it lets us have them, samples of every thread where
/// it does not, nothing elsewhere; and which cores this process may use.
///
/// All access to the operating system goes through `java.lang.foreign` and `/proc`, and is Linux's; on other
/// systems every class loads, answers, and says that it knows less. Knows times and thread ids only, nothing of
/// units, scenarios or traces.
package io.interleave.cores;
