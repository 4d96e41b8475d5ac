/// Worker processes: Java runtimes that run tasks for an engine. They are joined to it by sockets that no other
/// user can reach; an argument or result crosses as a serialized record of this package, and whatever else
/// comes out of a socket is refused.
///
/// Knows nothing of units and steps: what a task does is told by whoever starts the workers.
package io.interleave.engine.pool;
