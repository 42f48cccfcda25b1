import { problemKind, type ProblemSlug, problemSlugs } from '../http/problems.js';
import { address } from './address.js';
import { Layout } from './layout.js';
import type { PageContext } from './page-context.js';
import { problemText } from './problem-texts.js';

interface ProblemProps {
  slug: ProblemSlug;
  context: PageContext;
}

/** What one type of problem means and what to do about it. */
export const ProblemView = ({ slug, context }: ProblemProps) => {
  const { texts, language } = context;
  const kind = problemKind(slug);
  const { means, todo } = problemText(slug, language);
  return (
    <Layout context={context} title={kind[language]}>
      <nav aria-label={texts.case.crumbs} class="smulor">
        <a href={address('/problem', language)}>{texts.problems.all}</a> <span aria-hidden="true">›</span>{' '}
        <span aria-current="page">{slug}</span>
      </nav>
      <h1>{kind[language]}</h1>
      <dl class="om">
        <div>
          <dt>{texts.problems.slug}</dt>
          <dd>{slug}</dd>
        </div>
        <div>
          <dt>{texts.problems.status}</dt>
          <dd>{kind.status}</dd>
        </div>
      </dl>
      <h2>{texts.problems.means}</h2>
      <p>{means}</p>
      <h2>{texts.problems.todo}</h2>
      <p>{todo}</p>
    </Layout>
  );
};

/** All types of problem, each with a way to its page. */
export const ProblemsView = ({ context }: { context: PageContext }) => (
  <Layout context={context} title={context.texts.problems.all}>
    <h1>{context.texts.problems.all}</h1>
    <ul>
      {problemSlugs.map((slug) => (
        <li>
          <a href={address(`/problem/${slug}`, context.language)}>{problemKind(slug)[context.language]}</a>
        </li>
      ))}
    </ul>
  </Layout>
);
