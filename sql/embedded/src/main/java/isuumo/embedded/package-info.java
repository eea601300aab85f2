/**
 * A real MariaDB server as a child process, for one machine and for tests: start at {@link isuumo.embedded.EmbeddedDatabase}.
 *
 * <p>Not part of the product on three hosts, where the database is the operating system's.
 */
package isuumo.embedded;
