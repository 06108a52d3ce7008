/// SSH signatures of commits, made in this process: key files of OpenSSH, the ssh-agent, and the format that Git verifies.
package io.plimsoll.analysis.repository.sign;
