/**
 * Races for what {@code webapp/DESIGN.md} promises to readers. Each lies in the package of the class that keeps the promise;
 * {@link isuumo.stress.Main} runs them, over the server's own code or what {@link isuumo.stress.Variant} makes of it.
 */
package isuumo.stress;
