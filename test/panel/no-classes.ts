/** Stands for the panel's style sheet where no browser lays it out. */
export default {};
