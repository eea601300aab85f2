package isuumo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads variables, checks their form, and remembers their names, so that a misspelt one is noticed. */
record Environment(Map<String, String> variables, Set<String> known) {
    private static final String PREFIX = "ISUUMO_";

    Environment(Map<String, String> variables) {
        this(variables, new LinkedHashSet<>());
    }

    /** @param defaultValue null: the variable must be set */
    String text(String name, String defaultValue) {
        known.add(name);
        String value = variables.getOrDefault(name, defaultValue);
        if (value == null || value.isBlank()) {
            throw new InvalidSettingException(name + " is not set; the README's configuration table explains it");
        }
        return value;
    }

    /** Empty when it is not set, or blank. */
    Optional<String> optional(String name) {
        known.add(name);
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    Optional<Path> path(String name) {
        return optional(name).map(Path::of);
    }

    int number(String name, int defaultValue, int min, int max) {
        String value = text(name, Integer.toString(defaultValue));
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new InvalidSettingException(name + "=" + value + "; it must be a whole number from " + min + " to "
                + max);
    }

    boolean flag(String name, boolean defaultValue) {
        String value = text(name, Boolean.toString(defaultValue));
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidSettingException(name + "=" + value + "; it must be true or false");
        };
    }

    String jdbcUrl(String name, String defaultValue) {
        String value = text(name, defaultValue);
        if (!value.startsWith("jdbc:mysql://")) {
            throw new InvalidSettingException(name + "=" + value
                    + "; it must be like jdbc:mysql://127.0.0.1:3306/isuumo (for MariaDB too)");
        }
        if (value.matches("(?i).*([?&](user|password)=|//[^/?]*@).*")) {
            throw new InvalidSettingException(name + " holds credentials; give them as ISUUMO_DB_USER and "
                    + "ISUUMO_DB_PASSWORD_FILE, so that no log or process list shows them");
        }
        return value;
    }

    /** From the file that one variable names, else from the other variable, else empty. */
    String secret(String name, String fileName) {
        known.add(name);
        return secretFile(fileName).orElseGet(() -> variables.getOrDefault(name, ""));
    }

    /** The content of the file that the variable names. */
    Optional<String> secretFile(String fileName) {
        known.add(fileName);
        return Optional.ofNullable(variables.get(fileName)).map(file -> {
            try {
                return Files.readString(Path.of(file)).strip();
            } catch (IOException _) {
                throw new InvalidSettingException(fileName + "=" + file + "; the file cannot be read");
            }
        });
    }

    void rejectUnknown() {
        for (String name : new TreeSet<>(variables.keySet())) {
            if (name.startsWith(PREFIX) && !known.contains(name)) {
                throw new InvalidSettingException(name + " is not a setting; those are " + known);
            }
        }
    }
}
