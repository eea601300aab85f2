/** A real MariaDB server as a child process. */
package isuumo.embedded;
