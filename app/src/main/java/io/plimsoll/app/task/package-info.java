/// Background work: threads, progress, cancelling, latest wins. The only package that reaches for the FX thread.
package io.plimsoll.app.task;
