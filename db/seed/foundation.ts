/**
 * What every installation starts with: the project and its four components, as named in the terms
 * of reference PMI-30-ICS (docs: source 000), the project management office, and the rules that
 * are data. What was there before stays; what an update brings is added.
 */
import type { Database, Transaction } from '../client.ts';
import { newId } from '../new-id.ts';
import { organisations } from '../schema/people.ts';
import { components, projects } from '../schema/register.ts';
import { seedCalendar } from './calendar.ts';
import { seedModels } from './models.ts';

export async function seedFoundation(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await seedProject(tx);
    await seedCalendar(tx);
    await seedModels(tx);
  });
}

async function seedProject(tx: Transaction): Promise<void> {
  const projectId = newId();
  const inserted = await tx
    .insert(projects)
    .values({
      id: projectId,
      code: 'P504267',
      nameZh: '中国市场伙伴实施基金赠款项目',
      nameEn: 'China Partnership for Market Implementation',
    })
    .onConflictDoNothing()
    .returning({ id: projects.id });
  if (inserted.length === 0) return;
  await tx
    .insert(components)
    .values(COMPONENTS.map((component) => ({ id: newId(), projectId, ...component })));
  await tx.insert(organisations).values({
    id: newId(),
    kind: 'PMO',
    nameZh: '项目管理办公室',
    nameEn: 'Project Management Office',
  });
}

const COMPONENTS = [
  {
    no: 1,
    nameZh: '碳定价政策分析与建议',
    nameEn: 'Carbon pricing policy analysis and recommendations',
  },
  {
    no: 2,
    nameZh: '加强国家ETS和CCER以及碳税的设计实施和管理',
    nameEn:
      'Strengthening design, implementation and management of the national ETS, CCER and carbon tax',
  },
  {
    no: 3,
    nameZh: '加强MRV和登记交易基础设施',
    nameEn: 'Strengthening MRV and registry and trading infrastructure',
  },
  {
    no: 4,
    nameZh: '项目沟通协调及项目管理',
    nameEn: 'Communication, coordination and project management',
  },
];
