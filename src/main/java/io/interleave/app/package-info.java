/// Main, and the only place where parts are wired together: plain constructors, no container.
package io.interleave.app;
