import type { ReactElement } from 'react';

/** The add-in's own picture: a table that agrees. */
export function Logo(): ReactElement {
  return (
    <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true" fill="none" strokeLinecap="round">
      <rect x="3" y="3" width="22" height="26" rx="2" fill="#fff" stroke="#1f7ad1" strokeWidth="2" />
      <path d="M2 5a3 3 0 0 1 3-3h18a3 3 0 0 1 3 3v5H2z" fill="#1f7ad1" />
      <path d="M7 6h5M17 6h4" stroke="#fff" strokeWidth="2" />
      <path d="M7 15h6M7 20h4M7 25h3" stroke="#1f7ad1" strokeWidth="2" />
      <circle cx="22" cy="22" r="9.5" fill="#fff" />
      <circle cx="22" cy="22" r="8" fill="#0e700e" />
      <path d="m18 22.3 2.9 2.9 5.2-6" stroke="#fff" strokeWidth="2.5" strokeLinejoin="round" />
    </svg>
  );
}
