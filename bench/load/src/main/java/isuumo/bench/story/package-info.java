/** One file per user story; what a page does and checks is in {@link isuumo.bench.story.Pages}. */
package isuumo.bench.story;
