/// What the clone holds: files, values that cost money, who owns them, how workloads are matched, what is wrong, and how it came to be.
package io.plimsoll.app.screen.repository;
