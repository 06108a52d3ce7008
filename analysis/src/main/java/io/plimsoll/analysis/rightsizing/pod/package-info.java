/// The other containers of a workload's pods: side-cars, which add to its request, and init containers, which bound it.
package io.plimsoll.analysis.rightsizing.pod;
