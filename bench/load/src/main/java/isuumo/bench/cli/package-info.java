/** The commands: what a person types and reads. */
package isuumo.bench.cli;
