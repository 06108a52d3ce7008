/// What an allocation is made of, a day at a time: charges of machines, hourly use, requests, and which machine is which node.
package io.plimsoll.analysis.allocation.source;
