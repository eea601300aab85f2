/** A start runs the code that answers before it is ready. */
package isuumo.rehearsal;
