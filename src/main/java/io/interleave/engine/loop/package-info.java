/// What the Java runtime has for coroutines and generators without offering it: virtual threads on carriers of
/// our own, and functions that stop in their midst to be resumed. Whatever is found missing here is replaced by
/// something ordinary. Knows nothing of scenarios.
package io.interleave.engine.loop;
