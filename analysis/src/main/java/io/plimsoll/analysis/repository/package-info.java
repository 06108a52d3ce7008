/// The clone on disk: its history, its files at a commit, and commits made with Git plumbing. The only package that touches
/// JGit. No hook, filter or other program of the clone is ever started, and index, work tree and HEAD stay as they are.
package io.plimsoll.analysis.repository;
