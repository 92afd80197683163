/** Reports under review, kept in the browser. */
export { Conflict, openReviews, type KeptReview, type ReviewStore } from "./store.ts";
