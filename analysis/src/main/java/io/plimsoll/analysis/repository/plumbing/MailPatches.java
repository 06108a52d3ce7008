package io.plimsoll.analysis.repository.plumbing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

import io.plimsoll.analysis.repository.Outgoing;
import io.plimsoll.analysis.task.StepFailure;

/// Commits as mails in one file, as `git format-patch --stdout` writes them and `git am` takes them.
public final class MailPatches {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z",
            Locale.ENGLISH);
    private final Repository repository;

    public MailPatches(Repository repository) {
        this.repository = repository;
    }

    /// @throws StepFailure PATCH_MERGE, PATCH_BINARY
    public byte[] write(Outgoing outgoing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> commits = outgoing.commits();
        try (RevWalk walk = new RevWalk(repository)) {
            for (int i = 0; i < commits.size(); i++) {
                RevCommit commit = walk.parseCommit(ObjectId.fromString(commits.get(i)));
                if (commit.getParentCount() > 1) {
                    throw StepFailure.refused("PATCH_MERGE", "Commit " + commits.get(i).substring(0, 7)
                            + " is a merge, which no patch can tell.", "Hand over a bundle instead.");
                }
                if (commit.getParentCount() == 1) {
                    walk.parseHeaders(commit.getParent(0));
                }
                out.writeBytes(mail(commit, commits.size() == 1 ? "" : " " + (i + 1) + "/" + commits.size()));
            }
        }
        return out.toByteArray();
    }

    private byte[] mail(RevCommit commit, String number) throws IOException {
        String[] message = commit.getFullMessage().replace("\r", "").strip().split("\n\n", 2);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String words = message.length > 1 ? body(message[1].strip()) + "\n" : "";
        body.writeBytes((words + "---\n\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(diff(commit));
        body.writeBytes("-- \nPlimsoll\n\n".getBytes(StandardCharsets.UTF_8));
        byte[] text = body.toByteArray();
        boolean encoded = MailText.needsEncoding(text);
        PersonIdent author = commit.getAuthorIdent();
        String head = "From " + commit.name() + " Mon Sep 17 00:00:00 2001\n"
                + "From: " + MailText.name(author.getName()) + " <" + author.getEmailAddress() + ">\n"
                + "Date: " + DATE.format(ZonedDateTime.ofInstant(author.getWhenAsInstant(), author.getZoneId())) + "\n"
                + "Subject: [PATCH" + number + "] " + MailText.header(message[0].replaceAll("\\s*\n\\s*", " ")) + "\n"
                + "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: "
                + (encoded ? "quoted-printable" : "8bit") + "\n\n";
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        mail.writeBytes(encoded ? MailText.quotedPrintable(text) : text);
        mail.write('\n');
        return mail.toByteArray();
    }

    /// A line that would be taken for the start of the patch, or at the top for a header, is set in by a blank.
    private static String body(String words) {
        return words.replaceAll("(?m)^(diff -|Index: |---)", " $1")
                .replaceAll("\\A(?i)(From|Date|Subject|\\[PATCH)", " $1");
    }

    private byte[] diff(RevCommit commit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(out)) {
            formatter.setRepository(repository);
            // The clone's configuration has no say in the form.
            formatter.setOldPrefix("a/");
            formatter.setNewPrefix("b/");
            formatter.setDetectRenames(false);
            formatter.setAbbreviationLength(Constants.OBJECT_ID_STRING_LENGTH);
            formatter.setQuotePaths(true);
            for (DiffEntry entry : formatter.scan(commit.getParentCount() == 0 ? null : commit.getParent(0).getTree(),
                    commit.getTree())) {
                FileHeader header = formatter.toFileHeader(entry);
                if (header.getPatchType() != FileHeader.PatchType.UNIFIED) {
                    throw StepFailure.refused("PATCH_BINARY", entry.getNewPath() + " is no text.",
                            "Hand over a bundle instead.");
                }
                formatter.format(entry);
            }
            formatter.flush();
        }
        return out.toByteArray();
    }
}
