/// Small values with their arithmetic and their parsing: money, periods, CPU, bytes, shares.
package io.plimsoll.analysis.unit;
