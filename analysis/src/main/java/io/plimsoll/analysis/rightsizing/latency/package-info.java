/// How long requests take at the utilisation of a size.
@org.jspecify.annotations.NullMarked
package io.plimsoll.analysis.rightsizing.latency;
