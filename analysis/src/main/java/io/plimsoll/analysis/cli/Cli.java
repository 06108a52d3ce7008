package io.plimsoll.analysis.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.task.StepFailure;

/// Parses a command line, runs its command, and turns failures into a code, a sentence, a remedy and an exit code.
final class Cli {
    private static final int INTERNAL = 5;
    private static final int LAST_YEAR = 9999;

    private final PrintStream out;
    private final PrintStream err;
    private final Window window;
    private final GlobalOptions options = new GlobalOptions();

    Cli(PrintStream out, PrintStream err, Window window) {
        this.out = out;
        this.err = err;
        this.window = window;
    }

    int run(String... args) {
        CommandLine line = new CommandLine(options);
        Commands.all().forEach(line::addSubcommand);
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.registerConverter(LocalDate.class, Cli::day);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setExecutionStrategy(this::execute);
        line.setParameterExceptionHandler((failure, given) -> {
            // Parsing stops at the failure: an option behind it was not seen.
            options.json |= List.of(given).contains("--json");
            return wrongUsage(failure);
        });
        return line.execute(args);
    }

    /// Days that no table could keep are no days.
    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1 && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is no day; write it as 2026-11-30");
        }
        throw new TypeConversionException("'" + text + "' is no day of the years 1 to " + LAST_YEAR);
    }

    private int execute(ParseResult parsed) {
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        Object command = last.commandSpec().userObject();
        try (CliContext context = new CliContext(options, out, err, window)) {
            if (command instanceof CliCommand runnable) {
                return run(runnable, context);
            }
            if (command == options) {
                return new OpenCommand().run(context);
            }
            throw new ParameterException(last.commandSpec().commandLine(), "Say which: "
                    + String.join(", ", last.commandSpec().subcommands().keySet()));
        } catch (ParameterException e) {
            return wrongUsage(e);
        } catch (StepFailure e) {
            return report(e.code(), e.message(), e.remedy(), e.kind().exitCode());
        } catch (CancelledException e) {
            return report("CANCELLED", "Stopped as asked.", "Nothing was changed.", 1);
        } catch (OutOfMemoryError e) {
            return report("OUT_OF_MEMORY", "The answer needs more memory than this process may use.",
                    "Ask for less at once, or raise the limit: PLIMSOLL_JAVA_OPTIONS=-Xmx8g", INTERNAL);
        } catch (RuntimeException | Error e) {
            LoggerFactory.getLogger(Cli.class).error("Internal error", e);
            return report("INTERNAL", String.valueOf(e),
                    "Nothing was changed by this command. Please report this with the lines above.",
                    INTERNAL);
        }
    }

    /// Bad input changes nothing: a workspace that was made for it goes away again.
    private static int run(CliCommand command, CliContext context) {
        try {
            return command.run(context);
        } catch (StepFailure e) {
            if (e.kind() == StepFailure.Kind.BAD_INPUT) {
                context.discardIfMade();
            }
            throw e;
        }
    }

    private int wrongUsage(ParameterException failure) {
        return report("USAGE", String.valueOf(failure.getMessage()),
                "See: plimsoll "
                        + failure.getCommandLine().getCommandSpec().qualifiedName(" ").replaceFirst("^plimsoll ?", "")
                        + " --help",
                StepFailure.Kind.WRONG_USAGE.exitCode());
    }

    private int report(String code, String message, String remedy, int exitCode) {
        if (options.json) {
            ObjectNode document = JsonMapper.shared().createObjectNode();
            document.putObject("error").put("code", code).put("message", message).put("remedy", remedy);
            err.println(JsonMapper.shared().writeValueAsString(document));
        } else {
            err.println(code + ": " + TerminalText.sentence(message));
            err.println("  " + TerminalText.sentence(remedy));
        }
        return exitCode;
    }
}
