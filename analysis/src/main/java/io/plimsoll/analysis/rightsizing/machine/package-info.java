/// Which instance type a machine could be instead: what it needs, what differs beside size, the cheapest that will do.
package io.plimsoll.analysis.rightsizing.machine;
