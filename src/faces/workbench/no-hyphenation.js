/** In the place of tables that the workbench does without. */
export default {};
