import { database } from '#db/connection.ts';
import { findProject, type AssignmentRecord } from '#db/queries/assignments.ts';
import type { RegisterValues } from '../../domain/documents/template.ts';

/** The present value of every register field for a document of this assignment. */
export async function registerValues(assignment: AssignmentRecord): Promise<RegisterValues> {
  const project = await findProject(database(), assignment.projectId);
  const experts = assignment.roles.filter(({ role }) => role === 'TOR_LEAD');
  return {
    'project.code': project?.code ?? '',
    'project.name.zh': project?.name.zh ?? '',
    'project.name.en': project?.name.en ?? '',
    'assignment.code': assignment.code,
    'assignment.title.zh': assignment.title.zh,
    'assignment.title.en': assignment.title.en,
    'assignment.component.zh': assignment.component?.name.zh ?? '',
    'assignment.component.en': assignment.component?.name.en ?? '',
    'assignment.method': assignment.method,
    'assignment.firm.zh': assignment.holders.map((holder) => holder.name.zh).join('、'),
    'assignment.firm.en': assignment.holders.map((holder) => holder.name.en).join(', '),
    'assignment.expert.zh': experts.map((expert) => expert.personName.zh).join('、'),
    'assignment.expert.en': experts.map((expert) => expert.personName.en).join(', '),
  };
}
